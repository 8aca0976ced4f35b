using Xunit;

namespace Stryke.Web.Specs.Architecture;

/// <summary>What every source file of the house keeps: length, one type, its folder's namespace.</summary>
public sealed class SourceRulesSpec
{
    [Fact]
    public void No_line_is_longer_than_140_characters() =>
        Violations.AssertNone(SourceExceptions.Violations(House.Sources, SourceRules.LongLines, SourceExceptions.LongLines));

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Violations.AssertNone(SourceExceptions.Violations(House.Sources, SourceRules.LongFile, SourceExceptions.LongFiles));

    [Fact]
    public void A_file_holds_one_type_and_has_its_name() =>
        Violations.AssertNone(SourceExceptions.Violations(House.OwnSources, SourceRules.OneType, SourceExceptions.Types));

    [Fact]
    public void A_namespace_is_its_folder() =>
        Violations.AssertNone(
            SourceExceptions.Violations(
                House.OwnSources,
                (path, text) =>
                {
                    string project = ProjectOf(path);
                    return SourceRules.NamespaceIsFolder(path, text, House.FolderOf(project), NamespaceOf(project));
                },
                SourceExceptions.Namespaces
            )
        );

    [Fact]
    public void Threads_and_system_calls_are_in_Actors() =>
        Violations.AssertNone(
            SourceExceptions.Violations(
                House.Sources.Where(file => House.RunTime.Any(folder => folder != "Actors" && file.Key.StartsWith(folder + "/"))),
                SourceRules.ThreadsAndSystemCalls,
                SourceExceptions.Threads
            )
        );

    [Fact]
    public void Only_Actors_may_be_built_with_unsafe_code() =>
        Assert.Equal(
            ["Actors"],
            House.RunTime.Where(folder =>
                House.Projects.Any(project => House.FolderOf(project.Key) == folder && project.Value.Contains("AllowUnsafeBlocks"))
            )
        );

    [Fact]
    public void Sources_are_found()
    {
        Assert.Contains("Specs/Architecture/SourceRulesSpec.cs", House.OwnSources.Select(file => file.Key));
        Assert.Contains("Actors/Core.cs", House.Sources.Keys);
        Assert.All(House.Apps, app => Assert.Contains(House.Sources.Keys, path => path.StartsWith(app)));
        Assert.DoesNotContain(House.Sources.Keys, path => path.Contains("/obj/") || path.StartsWith("artifacts/"));
    }

    // The project in the nearest folder above a file.
    private static string ProjectOf(string path) =>
        House.Projects.Keys.Where(project => path.StartsWith(House.FolderOf(project) + "/")).MaxBy(project => project.Length)!;

    private static string NamespaceOf(string project)
    {
        const string Tag = "<RootNamespace>";
        string text = House.Projects[project];
        int at = text.IndexOf(Tag, StringComparison.Ordinal);
        return at < 0 ? Path.GetFileNameWithoutExtension(project) : text[(at + Tag.Length)..text.IndexOf('<', at + Tag.Length)];
    }
}
