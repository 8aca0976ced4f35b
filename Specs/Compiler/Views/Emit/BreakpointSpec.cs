using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views.Emit;

/// <summary>A debugger stops in the template: the sequence points of a view's method are the template's tags.</summary>
public sealed class BreakpointSpec
{
    [Fact]
    public void A_breakpoint_can_be_set_on_every_tag_and_on_nothing_else()
    {
        var app = ViewCompilation.Of("posts/show.html.erb", "<h1>\n<% if (Title == \"\") { %>\n  <b><%= Title %></b>\n<% } %>\n</h1>");
        app.Driver().RunGeneratorsAndUpdateCompilation(app.Compilation(), out var all, out _);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        Assert.True(all.Emit(image, symbols).Success);

        symbols.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        var points = reader
            .MethodDebugInformation.SelectMany(handle => reader.GetMethodDebugInformation(handle).GetSequencePoints())
            .Where(point => !point.IsHidden && !point.Document.IsNil)
            .Where(point => reader.GetString(reader.GetDocument(point.Document).Name).EndsWith("show.html.erb", StringComparison.Ordinal))
            .Select(point => (point.StartLine, point.StartColumn));
        Assert.Equal([(2, 4), (2, 21), (3, 10), (4, 4)], points);
    }
}
