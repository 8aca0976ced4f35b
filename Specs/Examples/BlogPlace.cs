using System.Diagnostics;
using Xunit;

namespace Stryke.Web.Specs.Examples;

/// <summary>
/// An empty directory with an app's settings for it: what a machine is on which nobody has set anything up. Goes with
/// what is in it.
/// </summary>
/// <param name="project">The app's project; the blog unless told otherwise.</param>
internal sealed class BlogPlace(string project = "Blog") : IDisposable
{
    private readonly Dictionary<string, string> _variables = new() { ["STRYKE_ENV"] = "development", ["PORT"] = "0" };

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("stryke-blog-").FullName;

    /// <summary>The database of the development environment, which the places are in unless told otherwise.</summary>
    public string DatabasePath => Path.Combine(Directory, "development.sqlite3");

    public BlogPlace With(string variable, string? value)
    {
        if (value is null)
            _variables.Remove(variable);
        else
            _variables[variable] = value;
        return this;
    }

    public BlogPlace WithFile(string path, string text)
    {
        string full = Path.Combine(Directory, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Runs a command to its end.</summary>
    public async Task<BlogResult> Run(params string[] arguments)
    {
        using var process = Process.Start(StartInfo(arguments))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(),
            error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Eventually.Bound);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw;
        }
        return new BlogResult(process.ExitCode, await output, await error);
    }

    /// <summary>Migrates the database, and seeds it when asked to.</summary>
    public async Task<BlogPlace> Prepare(bool seed = false)
    {
        var migrated = await Run("db", "migrate");
        Assert.True(migrated.ExitCode == 0, migrated.ToString());
        if (seed)
        {
            var seeded = await Run("db", "seed");
            Assert.True(seeded.ExitCode == 0, seeded.ToString());
        }
        return this;
    }

    /// <summary>Starts serving, on a port that is free, and returns when the blog says where.</summary>
    public Task<BlogServer> Serve(params string[] arguments) => BlogServer.Start(StartInfo(arguments));

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    public ProcessStartInfo StartInfo(params string[] arguments)
    {
        var start = new ProcessStartInfo(BlogFiles.ExecutableOf(project), arguments)
        {
            WorkingDirectory = Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            string name in start
                .Environment.Keys.Where(name => name.StartsWith("STRYKE_", StringComparison.Ordinal) || name is "PORT" or "HOST")
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }
        foreach ((string name, string value) in _variables)
            start.Environment[name] = value;
        return start;
    }
}
