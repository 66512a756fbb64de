-- Sends signals as browsers do: a token from the prepared file, a fresh nonce, one of many readers behind a proxy.
local tokens = {}
for token in io.lines(os.getenv("BENCH_FOLDER") .. "/tokens") do tokens[#tokens + 1] = token end

local threads = 0
function setup(thread) threads = threads + 1; thread:set("number", threads) end
function init() math.randomseed(os.time() * 10 + number) end

local agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 Safari/537.36"
local headers = {
  ["Accept"] = "*/*", ["Accept-Encoding"] = "gzip, deflate, br, zstd", ["Accept-Language"] = "en-GB,en;q=0.9",
  ["Content-Type"] = "text/plain;charset=UTF-8", ["Host"] = "paper.example", ["Origin"] = "https://paper.example",
  ["Referer"] = "https://paper.example/world/a-story/", ["Sec-Fetch-Dest"] = "empty", ["Sec-Fetch-Mode"] = "cors",
  ["Sec-Fetch-Site"] = "same-origin",
}
local body = '{"kind":"view","token":"%s","nonce":"%08x%08x","referrer":"news.example"}'
local random, format = math.random, string.format

function request()
  headers["User-Agent"] = format(agent, random(120, 156))
  headers["X-Forwarded-For"] = format("10.%d.%d.%d", random(0, 255), random(0, 255), random(1, 254))
  local token = tokens[random(#tokens)]
  return wrk.format("POST", "/-/view", headers, format(body, token, random(0, 2147483647), random(0, 2147483647)))
end
