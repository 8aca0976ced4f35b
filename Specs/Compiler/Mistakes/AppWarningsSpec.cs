using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Mistakes;

/// <summary>How strict an app is with itself is for the app to say: what the tree asks of its own code stays in the tree.</summary>
public sealed class AppWarningsSpec
{
    private const string Helper = "app/helpers/TextHelper.cs";
    private const string Old = """
        namespace Blog;

        public static class TextHelper
        {
            [Obsolete("gone soon")] public static string Shout(string text) => text;
        }

        """;

    [Theory]
    [InlineData(false, DiagnosticSeverity.Warning)]
    [InlineData(true, DiagnosticSeverity.Error)]
    public async Task A_warning_in_a_template_is_an_error_when_the_app_asks(bool asks, DiagnosticSeverity severity)
    {
        var app = WholeApp.Correct.With(Helper, Old).With("app/views/projects/_project.html.erb", "project.Name", "Shout(project.Name)");
        var said = Assert.Single(await app.Build(asks));
        Assert.Equal(("CS0618 app/views/projects/_project.html.erb:2", severity), (WholeApp.Short(said), said.Severity));
    }

    [Theory]
    [InlineData(false, DiagnosticSeverity.Warning)]
    [InlineData(true, DiagnosticSeverity.Error)]
    public async Task So_is_a_warning_that_the_compiler_has_of_a_model(bool asks, DiagnosticSeverity severity)
    {
        var app = WholeApp.Correct.With(
            "app/models/Ticket.cs",
            "    [BeforeSave]",
            "    [NotMapped] public string Note { get; set; }\n\n    [BeforeSave]"
        );
        var said = Assert.Single(await app.Build(asks));
        Assert.Equal(("STRYKE422", severity), (said.Id, said.Severity));
    }

    [Theory]
    [InlineData("", "false")]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "true")]
    public async Task The_build_files_of_an_app_leave_it_to_the_app(string said, string means)
    {
        string tree = Path.GetFullPath(Path.Combine(Folder(), "..", "..", ".."));
        string app = Directory.CreateTempSubdirectory("stryke-app").FullName;
        try
        {
            string props = Path.Combine(app, "Directory.Build.props"),
                project = Path.Combine(app, "App.csproj");
            await File.WriteAllTextAsync(props, $"<Project><Import Project=\"{tree}/Examples/Directory.Build.props\" /></Project>");
            await File.WriteAllTextAsync(project, $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>{said}</PropertyGroup></Project>");

            // "false" is what the SDK says where nobody does.
            Assert.Equal(
                [means, "false", "enable"],
                await Evaluate(project, "TreatWarningsAsErrors", "EnforceCodeStyleInBuild", "Nullable")
            );
        }
        finally
        {
            Directory.Delete(app, recursive: true);
        }
    }

    private static async Task<IEnumerable<string>> Evaluate(string project, params string[] properties)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, $"-getProperty:{string.Join(',', properties)}"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        var values = JsonDocument.Parse(output).RootElement.GetProperty("Properties");
        return properties.Select(name => values.GetProperty(name).GetString()!);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
