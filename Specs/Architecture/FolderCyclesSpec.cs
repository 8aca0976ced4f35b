using System.Reflection;
using Xunit;

namespace Stryke.Web.Specs.Architecture;

/// <summary>No folder of a project imports, however indirectly, a folder that imports it.</summary>
public sealed class FolderCyclesSpec
{
    public static TheoryData<string> Projects { get; } = [.. House.RunTime, "Compiler"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_do_not_import_each_other(string project)
    {
        var graph = FolderGraph.Of(Assembly.Load($"Stryke.Web.{project}"));
        string[] listed = CycleExceptions.Folders.TryGetValue(project, out string[]? folders) ? folders : [];
        Violations.AssertNone(CycleExceptions.Violations(project, graph, listed));
    }

    [Fact]
    public void Exceptions_are_of_projects_that_there_are() =>
        Assert.Empty(CycleExceptions.Folders.Keys.Except(Projects.Select(row => row.Data)));

    [Fact]
    public void A_cycle_is_found_with_the_uses_that_make_it()
    {
        var graph = Graph(("A", "A.B"), ("A.B", "A.C"), ("A.C", "A"), ("A.C", "A.D"));
        Assert.Equal(["Stryke.Web.A", "Stryke.Web.A.B", "Stryke.Web.A.C"], Assert.Single(graph.Cycles()));
        string found = Assert.Single(CycleExceptions.Violations("A", graph, []));
        Assert.Contains("Stryke.Web.A.C -> Stryke.Web.A (a use)", found);
        Assert.DoesNotContain("A.D", found);
    }

    [Fact]
    public void A_folder_that_joins_a_listed_cycle_is_found()
    {
        var graph = Graph(("A", "A.B"), ("A.B", "A"), ("A", "A.C"), ("A.C", "A"));
        Assert.Contains("C joined a cycle", Assert.Single(CycleExceptions.Violations("A", graph, ["A", "B"])));
    }

    [Fact]
    public void A_listed_folder_that_has_left_its_cycle_is_found()
    {
        var graph = Graph(("A", "A.B"), ("A.B", "A"), ("A", "A.C"));
        Assert.Contains("C of A is in no cycle", Assert.Single(CycleExceptions.Violations("A", graph, ["A", "B", "C"])));
    }

    [Fact]
    public void The_code_of_a_method_is_read_for_the_types_that_it_names()
    {
        Type[] used = [.. TypeUses.Of(typeof(FolderCyclesSpec))];
        Assert.Contains(typeof(CycleExceptions), used);
        Assert.Contains(typeof(FolderGraph), used);
        Assert.DoesNotContain("ImportsSpec", used.Select(type => type.Name));
    }

    private static FolderGraph Graph(params (string From, string To)[] imports)
    {
        var graph = new FolderGraph();
        foreach (var (from, to) in imports)
            graph.Add($"Stryke.Web.{from}", $"Stryke.Web.{to}", "a use");
        return graph;
    }
}
