using System.Runtime.CompilerServices;
using System.Text.Json;
using Stryke.Web.Host.Config.Toml;
using Xunit;

namespace Stryke.Web.Specs.Host.Config.Toml;

/// <summary>
/// The reader against the public corpus of TOML 1.0, which stands beside the checkout in <c>../shared/conformance/toml</c>.
/// </summary>
public sealed class TomlCorpusSpec
{
    // Invalid in TOML 1.0, valid in 1.1.
    private static readonly string[] Newer =
    [
        "datetime/no-secs.toml",
        "inline-table/linebreak-01.toml",
        "inline-table/linebreak-02.toml",
        "inline-table/linebreak-03.toml",
        "inline-table/linebreak-04.toml",
        "inline-table/trailing-comma.toml",
        "local-datetime/no-secs.toml",
        "local-time/no-secs.toml",
        "string/basic-byte-escapes.toml",
    ];

    [Fact]
    public void Every_valid_file_equals_its_json_twin()
    {
        List<string> failures = [];
        string[] files = Files("valid");
        foreach (string file in files)
        {
            try
            {
                var document = TomlReader.Read(file, File.ReadAllBytes(file));
                using var twin = JsonDocument.Parse(File.ReadAllBytes(Path.ChangeExtension(file, ".json")));
                if (TomlJson.Difference(twin.RootElement, document.Root, "") is { } difference)
                    failures.Add($"{file}: {difference}");
            }
            catch (TomlException refused)
            {
                failures.Add(refused.Message);
            }
        }
        Assert.Empty(failures);
        Assert.True(files.Length >= 200, $"only {files.Length} files");
    }

    [Fact]
    public void Every_invalid_file_is_refused_with_file_line_column_and_what_is_wrong()
    {
        List<string> failures = [];
        string[] files = Files("invalid");
        foreach (string file in files.Where(file => !Newer.Any(name => file.EndsWith(name, StringComparison.Ordinal))))
        {
            try
            {
                TomlReader.Read(file, File.ReadAllBytes(file));
                failures.Add($"{file}: was accepted");
            }
            catch (TomlException refused)
            {
                int lines = File.ReadAllBytes(file).Count(b => b == '\n') + 1;
                if (refused.Position.Line < 1 || refused.Position.Line > lines || refused.Position.Column < 1)
                    failures.Add(refused.Message);
                if (!refused.Message.StartsWith($"{file}:{refused.Position.Line}:{refused.Position.Column}: ", StringComparison.Ordinal))
                    failures.Add(refused.Message);
                if (refused.Problem.Length == 0)
                    failures.Add(refused.Message);
            }
        }
        Assert.Empty(failures);
        Assert.True(files.Length >= 450, $"only {files.Length} files");
    }

    private static string[] Files(string kind, [CallerFilePath] string here = "")
    {
        var root = new FileInfo(here).Directory;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "global.json")))
            root = root.Parent;
        string corpus = Path.GetFullPath(Path.Combine(root?.FullName ?? ".", "..", "shared", "conformance", "toml", kind));
        if (!Directory.Exists(corpus))
            Assert.Skip($"The TOML corpus is not beside this checkout: {corpus}");
        return Directory.GetFiles(corpus, "*.toml", SearchOption.AllDirectories);
    }
}
