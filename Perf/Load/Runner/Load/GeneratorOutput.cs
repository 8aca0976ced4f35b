using System.Globalization;

namespace Stryke.Web.Perf.Runner.Load;

/// <summary>
/// The line that <c>Perf/Load/Generator</c> prints: <c>requests=5 connections=5 bytes=65 seconds=1.000000 cpu=0.500000</c>.
/// </summary>
internal static class GeneratorOutput
{
    /// <exception cref="BenchException">It is some other line.</exception>
    public static LoadOutcome Parse(string line)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(field => field.Split('='))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
        double Field(string name) =>
            fields.TryGetValue(name, out string? text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                ? value
                : throw new BenchException($"the load generator printed no {name}: {line}");
        return new LoadOutcome((long)Field("requests"), (long)Field("bytes"), Field("seconds"), Field("cpu") / Field("seconds"));
    }
}
