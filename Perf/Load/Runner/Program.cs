// The load comparison: starts each server pinned to one CPU, drives it with wrk from another, interleaves the rounds, and prints
// one table. Read it in this order: Options, Scenario, Contender, ServerProcess, Wrk, Comparison, AtRest, Report.

using Stryke.Web.Perf.Runner;

if (!Options.TryParse(args, out var options, out string error))
{
    Console.Error.WriteLine(error);
    return 2;
}

string work = Directory.CreateTempSubdirectory("stryke-bench-").FullName;
try
{
    var stryke = Contender.Stryke(options.App, work);
    stryke.Prepare();
    var kestrel = Contender.Kestrel(options.Kestrel, Path.Combine(work, "fortunes.sqlite3"), work);

    var floor = Contender.Floor(options.Floor, work);

    var rows = Comparison.Run([stryke, floor, kestrel], Scenario.All, options);
    var atRest = AtRest.Measure(stryke, options);

    var report = new Report(rows, atRest, options);
    report.Print(Console.Out);
    Console.WriteLine($"Written to {report.Save(options.Results)}");
    return 0;
}
catch (BenchException problem)
{
    Console.Error.WriteLine($"bench: {problem.Message}");
    return 1;
}
finally
{
    Directory.Delete(work, recursive: true);
}
