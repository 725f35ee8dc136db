# Stations one after the other in simmer: a trajectory with a seize, a timeout and a release for each.
# Asked and answered as the others: see question.py.

suppressPackageStartupMessages(library(simmer))

words <- commandArgs(trailingOnly = TRUE)
count <- as.integer(words[1])
rate <- as.numeric(words[2])
shape <- strsplit(words[-(1:2)], "x")

set.seed(1)
env <- simmer()
path <- trajectory()
for (number in seq_along(shape)) {
  local({
    name <- paste("station", number)
    mean <- as.numeric(shape[[number]][2])
    invisible(add_resource(env, name, capacity = as.integer(shape[[number]][1]), mon = FALSE))
    path <<- release(timeout(seize(path, name), function() rexp(1, 1 / mean)), name)
  })
}
invisible(add_generator(env, "customer", path, function() rexp(1, rate), mon = 1))
took <- system.time({
  run(env, until = count / rate)
  seen <- get_mon_arrivals(env)
})
seen <- seen[!is.na(seen$end_time), ]
cat(sprintf('{"customers": %d, "mean": %.17g, "running": %.17g}\n',
            nrow(seen), mean(seen$end_time - seen$start_time), took[["user.self"]]))
