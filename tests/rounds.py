"""Runs a folder's modules one after the other: each drill and each bench is one module with a `main()`."""

import importlib
import pkgutil
import shutil
import sys
import time
import traceback
from types import ModuleType


def modules_of(package: str) -> list[str]:
    folder: ModuleType = importlib.import_module(package)
    return sorted(
        found.name for found in pkgutil.iter_modules(folder.__path__) if not found.ispkg and found.name != "__main__"
    )


def first_sentence(module: ModuleType) -> str:
    return (module.__doc__ or "").strip().splitlines()[0]


def refuse_without_tools(module: ModuleType) -> None:
    """Raises RuntimeError if a program is missing that the module's `NEEDS` (program → package) names."""
    needs: dict[str, str] = getattr(module, "NEEDS", {})
    missing = {program: package for program, package in needs.items() if shutil.which(program) is None}
    for program, package in missing.items():
        raise RuntimeError(f"{program} is missing: install the package {package}")


def run_rounds(package: str, wanted: list[str]) -> int:
    """Run `wanted` of the package's modules, or all; prints what failed and why, gives the exit code."""
    known = modules_of(package)
    unknown = sorted(set(wanted) - set(known))
    if unknown:
        print(f"There is no {', '.join(unknown)} in {package}/, only: {', '.join(known)}")
        return 2
    failed = []
    for name in wanted or known:
        module = importlib.import_module(f"{package}.{name}")
        print(f"── {name}: {first_sentence(module)}", flush=True)
        began = time.monotonic()
        try:
            refuse_without_tools(module)
            module.main()
        except Exception:
            failed.append(name)
            traceback.print_exc(file=sys.stdout)
        print(f"   {'failed' if name in failed else 'passed'} after {time.monotonic() - began:.0f} s", flush=True)
    print(f"{len(wanted or known) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0
