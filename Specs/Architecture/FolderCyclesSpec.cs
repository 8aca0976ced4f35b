using System.Reflection;
using Xunit;

namespace Stryke.Web.Specs.Architecture;

/// <summary>No folder of a project imports, however indirectly, a folder that imports it.</summary>
public sealed class FolderCyclesSpec
{
    [Theory]
    [InlineData("Actors")]
    [InlineData("Http")]
    [InlineData("Routing")]
    [InlineData("Middleware")]
    [InlineData("Persistence")]
    [InlineData("Controllers")]
    [InlineData("Views")]
    [InlineData("Host")]
    [InlineData("Security")]
    [InlineData("Text")]
    [InlineData("Compiler")]
    public void Folders_do_not_import_each_other(string project)
    {
        var graph = FolderGraph.Of(Assembly.Load($"Stryke.Web.{project}"));
        var cycles = graph.Cycles();
        Assert.True(cycles.Count == 0, string.Join("\n\n", cycles.Select(group => string.Join("\n", graph.ImportsWithin(group)))));
    }
}
