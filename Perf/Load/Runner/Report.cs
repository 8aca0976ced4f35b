using System.Globalization;
using System.Text.Json;

namespace Stryke.Web.Perf.Runner;

/// <summary>The run as one table for people and one JSON file for later comparison.</summary>
internal sealed class Report(IReadOnlyList<Row> rows, AtRest atRest, Options options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void Print(TextWriter output)
    {
        output.WriteLine($"One server CPU, one load CPU, {options.Rounds} rounds of {options.Seconds} s interleaved; median (min–max).");
        output.WriteLine();
        output.WriteLine($"{"",-28}{"",-12}{"requests/s",32}{"CPU µs/request",22}{"× requests/s",20}{"× CPU",18}");
        foreach (var row in rows)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Scenario,-28}{row.Contender,-12}{Range(row.RequestsPerSecond, "N0"),32}{Range(row.CpuMicrosecondsPerRequest, "F2"),22}{Range(row.Ratio, "F2"),20}{Range(row.CpuRatio, "F2"),18}{(row.LoadLimited ? "  *" : "")}"));
        }
        if (rows.Any(row => row.LoadLimited)) output.WriteLine("* the load generator's CPU was full: the server may be faster than this row says; compare CPU µs/request.");
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cold start (exec to first response, process launch and pinning included)  {Range(atRest.ColdStartMs, "F1")} ms"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"idle resident memory  {atRest.IdleResidentBytes.Median / (1 << 20):F1} MiB"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"executable  {atRest.ExecutableBytes / (double)(1 << 20):F1} MiB"));
    }

    /// <summary>Writes the run to a new file in <paramref name="folder"/> and returns its path.</summary>
    public string Save(string folder)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, $"{DateTime.UtcNow:yyyyMMdd-HHmmss}.json");
        var run = new { At = DateTime.UtcNow, Kernel = File.ReadAllText("/proc/sys/kernel/osrelease").Trim(), options.Rounds, options.Seconds, Rows = rows, AtRest = atRest };
        File.WriteAllText(path, JsonSerializer.Serialize(run, Json) + "\n");
        return path;
    }

    private static string Range(Sample sample, string format)
    {
        string Show(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return $"{Show(sample.Median)} ({Show(sample.Min)}–{Show(sample.Max)})";
    }
}
