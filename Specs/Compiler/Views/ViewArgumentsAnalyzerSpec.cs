using Microsoft.CodeAnalysis;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views;

public sealed class ViewArgumentsAnalyzerSpec
{
    private const string Partial = "<%@ int number, string text = \"\" %>\n<%= number %><%= text %>\n";

    [Fact]
    public async Task A_wrong_argument_in_a_template_is_reported_at_its_line_and_column()
    {
        var found = await ViewCompilation.Of("posts/_row.html.erb", Partial)
            .With("posts/index.html.erb", "<h1>Posts</h1>\n<%= Views.Posts.Row(\"one\") %>\n")
            .Analyzed();

        Diagnostic wrong = Assert.Single(found);
        Assert.Equal(("STRYKE315", DiagnosticSeverity.Error), (wrong.Id, wrong.Severity));
        FileLinePositionSpan where = wrong.Location.GetMappedLineSpan();
        Assert.Equal("/blog/app/views/posts/index.html.erb", where.Path);
        Assert.Equal((1, 20), (where.StartLinePosition.Line, where.StartLinePosition.Character));
        Assert.Equal("Views.Posts.Row takes 'int number' here, and is given string", wrong.GetMessage());
    }

    [Fact]
    public async Task A_wrong_named_argument_in_a_controller_is_reported_at_the_call()
    {
        var found = await ViewCompilation.Of("posts/_row.html.erb", Partial)
            .With("Caller.cs", "namespace Blog;\ninternal static class Caller { internal static object Row() => Views.Posts.Row(1, text: 2); }\n")
            .Analyzed();

        Diagnostic wrong = Assert.Single(found);
        Assert.Equal(("/blog/Caller.cs", 1), (wrong.Location.GetMappedLineSpan().Path, wrong.Location.GetMappedLineSpan().StartLinePosition.Line));
        Assert.Equal("Views.Posts.Row takes 'string text' here, and is given int", wrong.GetMessage());
    }

    [Fact]
    public async Task Arguments_that_fit_are_not_reported() =>
        Assert.Empty(await ViewCompilation.Of("posts/_row.html.erb", Partial)
            .With("posts/index.html.erb", "<%= Views.Posts.Row(1) %><%= Views.Posts.Row((short)2, \"b\") %>\n")
            .Analyzed());
}
