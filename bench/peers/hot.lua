-- One page, again and again.
request = function()
   return wrk.format("GET", "/page-0/")
end
