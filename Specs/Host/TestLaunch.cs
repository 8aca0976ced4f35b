using Stryke.Web.Host.Launch;

namespace Stryke.Web.Specs.Host;

/// <summary>A launch in an empty folder of its own, with the variables that the spec gives and its output kept.</summary>
internal sealed class TestLaunch : IDisposable
{
    private readonly StringWriter _output = new(),
        _error = new();

    public TestLaunch(params (string Name, string Text)[] variables)
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("stryke-host-").FullName;
        Context = new LaunchContext(
            Directory,
            variables.ToDictionary(pair => pair.Name, pair => pair.Text, StringComparer.Ordinal),
            _output,
            _error,
            Stream.Null
        );
    }

    public string Directory { get; }

    public LaunchContext Context { get; }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    /// <summary>Writes a file of the working directory.</summary>
    public TestLaunch With(string file, string text)
    {
        string path = Path.Combine(Directory, file);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
