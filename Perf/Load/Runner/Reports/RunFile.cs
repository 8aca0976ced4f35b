using System.Text.Json;
using System.Text.Json.Serialization;
using Stryke.Web.Perf.Runner.Measures;

namespace Stryke.Web.Perf.Runner.Reports;

/// <summary>A run as a JSON file, named by its time.</summary>
internal static class RunFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Name(Run run) => $"{run.At:yyyyMMdd-HHmmss}.json";

    /// <returns>Where it is.</returns>
    public static string Save(Run run, string folder)
    {
        string path = Path.Combine(Directory.CreateDirectory(folder).FullName, Name(run));
        File.WriteAllText(path, Text(run));
        return path;
    }

    /// <exception cref="BenchException">There is no run in the file.</exception>
    public static Run Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception problem) when (problem is IOException or JsonException)
        {
            throw new BenchException($"there is no run in {path}: {problem.Message}");
        }
    }

    public static string Text(Run run) => JsonSerializer.Serialize(run, Json) + "\n";

    public static Run Parse(string text) =>
        JsonSerializer.Deserialize<Run>(text, Json) is { Figures: not null, Contenders: not null } run
            ? run
            : throw new JsonException("it has no figures");
}
