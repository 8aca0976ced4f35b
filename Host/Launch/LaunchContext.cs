using Stryke.Web.Actors;

namespace Stryke.Web.Host.Launch;

/// <summary>
/// What the process was started with. Everything below <c>App</c> takes it from here and not from <see cref="Console"/> or
/// <see cref="System.Environment"/>, so that a spec can start an app in a place of its own.
/// </summary>
/// <param name="Directory">The working directory: <c>config/</c>, <c>tmp/</c> and relative database paths are looked for in it.</param>
/// <param name="Variables">The environment variables.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error, for what a command has to say about itself.</param>
/// <param name="Log">Standard error as a stream, for what a serving app says about requests.</param>
internal sealed record LaunchContext(
    string Directory,
    IReadOnlyDictionary<string, string> Variables,
    TextWriter Output,
    TextWriter Error,
    Stream Log
)
{
    // sd_listen_fds(3), sd_notify(3): meant for this process, and not for those that it starts.
    private static readonly string[] OfThisProcessOnly = ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES", "NOTIFY_SOCKET"];

    /// <summary>Standard output as a stream, for a log that goes there.</summary>
    public Func<Stream> OpenOutput { get; init; } = Console.OpenStandardOutput;

    /// <summary>The executable that was started, which is <c>dotnet</c> for an app that is run by it; null where it is not known.</summary>
    public string? Executable { get; init; }

    /// <summary>What the executable was given to run, where it is <c>dotnet</c>.</summary>
    public string? EntryPath { get; init; }

    /// <summary>
    /// Ends the process at once, with a status, when nothing else does. Null where the process is not the app's own, as in a spec.
    /// </summary>
    public Action<int>? ExitProcess { get; init; }

    public static LaunchContext OfProcess()
    {
        Dictionary<string, string> variables = new(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }
        foreach (string name in OfThisProcessOnly)
            System.Environment.SetEnvironmentVariable(name, null);
        string directory = System.IO.Directory.GetCurrentDirectory();
        return new LaunchContext(directory, variables, Console.Out, Console.Error, Console.OpenStandardError())
        {
            Executable = System.Environment.ProcessPath,
            EntryPath = System.Environment.GetCommandLineArgs()[0],
            ExitProcess = DedicatedThread.ExitProcess,
        };
    }

    /// <summary>
    /// A variable that is set to something; an empty one counts as not set, as shells have no handier way to unset one for a command.
    /// </summary>
    public string? Variable(string name) => Variables.TryGetValue(name, out string? text) && text.Length > 0 ? text : null;

    /// <summary>A path of the working directory; an absolute one stays as it is.</summary>
    public string PathOf(string path) => Path.Combine(Directory, path);
}
