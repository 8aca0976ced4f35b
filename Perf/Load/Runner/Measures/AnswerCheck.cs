using System.Text;
using Stryke.Web.Perf.Runner.Load;
using Stryke.Web.Perf.Runner.Servers;

namespace Stryke.Web.Perf.Runner.Measures;

/// <summary>
/// Before a row is timed, each server's answer is read and compared: whoever answers something else would be measured doing something else.
/// </summary>
internal static class AnswerCheck
{
    /// <exception cref="BenchException">The answer is not what the row asks for.</exception>
    public static void Check(ServerProcess server, Scenario scenario, BenchFolder folder)
    {
        byte[] answer = scenario.IsUpload
            ? server.Exchange("POST", scenario.Path, server.UploadHeaders, File.ReadAllBytes(folder.UploadFile))
            : server.Exchange("GET", scenario.Path, [], []);
        int end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        string head = Encoding.Latin1.GetString(answer, 0, Math.Max(0, end));
        var body = answer.AsSpan(end + 4);
        bool isRight =
            scenario.Key == "download"
                ? body.SequenceEqual(File.ReadAllBytes(folder.DownloadFile))
                : body.IndexOf(Encoding.UTF8.GetBytes(scenario.Expected)) >= 0;
        if (end > 0 && isRight && head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && Has(head, "Server") && Has(head, "Date"))
            return;
        throw new BenchException(
            $"{server.Name} does not answer {scenario.Path} as the others "
                + $"do:\n{head}\n{Encoding.UTF8.GetString(body[..Math.Min(body.Length, 500)])}"
        );
    }

    private static bool Has(string head, string name) => head.Contains($"\r\n{name}: ", StringComparison.OrdinalIgnoreCase);
}
