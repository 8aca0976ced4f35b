module stryke.example/perf/go

go 1.19
