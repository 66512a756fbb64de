-- 300 pages at random: the long tail that a short time-to-live does not protect.
math.randomseed(20261123)
local paths = {}
init = function()
   for number = 0, 299 do paths[number] = wrk.format("GET", "/page-" .. number .. "/") end
end
request = function()
   return paths[math.random(0, 299)]
end
