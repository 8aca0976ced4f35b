using Xunit;

namespace Stryke.Web.Specs.Architecture;

/// <summary>The table of imports in <c>ARCHITECTURE.md</c> and the references of the projects say the same.</summary>
public sealed class ImportsSpec
{
    private const string Table = """
        # A house

        | folder | is | may import |
        |---|---|---|
        | `Text/` | words | – |
        | `Http/` | HTTP | Text |
        | `Host/` | all | all of the above |
        | `Compiler/` | a generator | Roslyn |
        | `Examples/` | apps | Host; Compiler as an analyzer |
        | `Specs/` | specs | anything |

        | `Other/` | another table | Http |
        """;

    [Fact]
    public void Each_project_imports_what_the_table_says()
    {
        var table = ImportTable.Read(House.TextOf("ARCHITECTURE.md"));
        string[] folders = [.. House.RunTime, "Compiler"];
        Violations.AssertNone(folders.Except(table.Keys).Select(folder => $"{folder} is not in the table of ARCHITECTURE.md: add it"));
        Violations.AssertNone(
            folders.SelectMany(folder =>
            {
                var project = Assert.Single(House.Projects, project => House.FolderOf(project.Key) == folder);
                return ProjectImports.Differences(folder, table[folder], ProjectImports.Of(project.Value));
            })
        );
    }

    [Fact]
    public void Examples_import_what_the_table_lets_an_app_import()
    {
        var table = ImportTable.Read(House.TextOf("ARCHITECTURE.md"));
        Assert.Equal(["Compiler", "Host"], table["Examples"]!.Order());
        string[] imported = ProjectImports.Of(House.TextOf("Examples/Directory.Build.props"));
        Assert.Equal([.. House.RunTime.Append("Compiler").Order()], imported.Order());
    }

    [Fact]
    public void The_table_is_read_with_its_short_forms()
    {
        var table = ImportTable.Read(Table);
        Assert.Equal(["Text", "Http", "Host", "Compiler", "Examples", "Specs"], table.Keys);
        Assert.Empty(table["Text"]!);
        Assert.Equal(["Text"], table["Http"]!);
        Assert.Equal(["Text", "Http"], table["Host"]!);
        Assert.Empty(table["Compiler"]!);
        Assert.Equal(["Host", "Compiler"], table["Examples"]!);
        Assert.Null(table["Specs"]);
    }

    [Fact]
    public void An_import_that_only_one_of_the_two_has_is_found()
    {
        string[] imported = ProjectImports.Of(
            """<Project><ItemGroup><ProjectReference Include="../Http/Stryke.Web.Http.csproj" /></ItemGroup></Project>"""
        );
        string[] found = [.. ProjectImports.Differences("Views", ["Text"], imported)];
        Assert.Equal(2, found.Length);
        Assert.Contains("Views imports Http", found[0]);
        Assert.Contains("lets Views import Text", found[1]);
        Assert.Empty(ProjectImports.Differences("Specs", null, imported));
    }
}
