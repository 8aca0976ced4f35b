-- wrk script: sends `depth` requests in one write and waits for their answers.
function init(args)
  local depth = tonumber(args[1]) or 16
  local requests = {}
  for i = 1, depth do requests[i] = wrk.format(nil, nil) end
  batch = table.concat(requests)
end

function request()
  return batch
end
