"""The size limits of docs/decisions/0002: modules, functions, opening sentences."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    path
    for folder in ("broadsheet", "tests", "bench", "drill", "demo")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
class TestAModule:
    def test_has_at_most_350_lines(self, path):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 350

    def test_opens_with_one_sentence_that_says_what_it_is_for(self, path):
        source = path.read_text(encoding="utf-8")
        if source.strip():
            assert ast.get_docstring(ast.parse(source)), "write what this module is for, in its first line"

    def test_has_no_function_over_50_lines(self, path):
        functions = [
            node
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
        too_long = [f.name for f in functions if f.end_lineno - f.lineno + 1 > 50]
        assert not too_long
