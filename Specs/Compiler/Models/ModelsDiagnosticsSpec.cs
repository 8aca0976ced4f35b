using Microsoft.CodeAnalysis;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Models;

/// <summary>Every STRYKE4xx at its line and column; ¦ marks where it must stand.</summary>
public sealed class ModelsDiagnosticsSpec
{
    [Theory]
    [InlineData(
        "STRYKE401",
        "Weight cannot be a column of type float: use string, bool, int, long, double, decimal, DateTime, DateOnly, "
            + "Guid, byte[] or an enum, nullable when it may be missing",
        "public sealed partial class Tag : Model\n{\n    public partial ¦float Weight { get; set; }\n}"
    )]
    [InlineData(
        "STRYKE401",
        "Names cannot be a column of type List<string>: use string, bool, int, long, double, decimal, DateTime, "
            + "DateOnly, Guid, byte[] or an enum, nullable when it may be missing",
        "public sealed partial class Tag : Model\n{\n    public partial ¦List<string> Names { get; set; }\n}"
    )]
    [InlineData(
        "STRYKE402",
        "Name has [Presence] but is not 'partial', so it is not a column and nothing would validate it. "
            + "Write 'public partial string Name { get; set; }'",
        "public sealed partial class Tag : Model\n{\n    [Presence]\n    public string ¦Name { get; set; } = \"\";\n}"
    )]
    [InlineData(
        "STRYKE403",
        "Tag must be declared 'sealed partial': nothing can derive from a model",
        "public partial class ¦Tag : Model\n{\n    public partial string Name { get; set; }\n}"
    )]
    [InlineData(
        "STRYKE404",
        "Tag belongs to Tag by ParentId, which Tag does not have: add 'public partial long ParentId { get; set; }', or "
            + "say which with ForeignKey",
        "public sealed partial class Tag : Model\n{\n    [BelongsTo] public partial Ref<Tag> ¦Parent { get; }\n}"
    )]
    [InlineData(
        "STRYKE405",
        "Tag has many Label by Label.TagId, which does not exist: add 'public partial long TagId { get; set; }' to "
            + "Label, or say which with ForeignKey",
        "public sealed partial class Tag : Model\n{\n    [HasMany] public partial Many<Label> ¦Labels { get; }\n}\n"
            + "public sealed partial class Label : Model;"
    )]
    [InlineData(
        "STRYKE406",
        "Tag and Label are both the table 'tags': give one another with [Table(\"…\")]",
        "public sealed partial class Tag : Model;\n[Table(\"tags\")]\npublic sealed partial class ¦Label : Model;"
    )]
    [InlineData(
        "STRYKE407",
        "Name is a column, so it must have 'get' and 'set' and must not be static",
        "public sealed partial class Tag : Model\n{\n    public partial string ¦Name { get; }\n}"
    )]
    [InlineData(
        "STRYKE408",
        "Parent must be declared as [BelongsTo] public partial Ref<…> Parent { get; }, where … is a model",
        "public sealed partial class Tag : Model\n{\n    public partial long ParentId { get; set; }\n    public partial "
            + "Ref<Tag> ¦Parent { get; }\n}"
    )]
    [InlineData(
        "STRYKE408",
        "Tags must be declared as [HasMany] public partial Many<…> Tags { get; }, where … is a model",
        "public sealed partial class Tag : Model\n{\n    [HasMany] public partial IReadOnlyList<Tag> ¦Tags { get; }\n}"
    )]
    [InlineData(
        "STRYKE409",
        "Tidy has [BeforeSave], so it must take no parameters, not be static, and return void, bool, Task or Task<bool>",
        "public sealed partial class Tag : Model\n{\n    [BeforeSave] private void ¦Tidy(int depth) { }\n}"
    )]
    [InlineData(
        "STRYKE409",
        "Tell has [AfterSave], so it must take no parameters, not be static, and return void or Task",
        "public sealed partial class Tag : Model\n{\n    [AfterSave] private bool ¦Tell() => true;\n}"
    )]
    [InlineData(
        "STRYKE410",
        "[Length] does not fit Rank: it is no text",
        "public sealed partial class Tag : Model\n{\n    [¦Length(1, 2)] public partial int Rank { get; set; }\n}"
    )]
    [InlineData(
        "STRYKE410",
        "[Length] does not fit Name: no text is at least 9 and at most 2 long",
        "public sealed partial class Tag : Model\n{\n    [¦Length(9, 2)] public partial string Name { get; set; }\n}"
    )]
    [InlineData(
        "STRYKE410",
        "[Numericality] does not fit Name: it is no number",
        "public sealed partial class Tag : Model\n{\n    [¦Numericality] public partial string Name { get; set; }\n}"
    )]
    [InlineData(
        "STRYKE410",
        "[Numericality] does not fit Price: no decimal reaches 1E+30",
        "public sealed partial class Tag : Model\n{\n    [¦Numericality(AtMost = 1e30)] public partial decimal Price { get; set; }\n}"
    )]
    [InlineData(
        "STRYKE410",
        "[Numericality] does not fit Weight: nothing compares with NaN",
        "public sealed partial class Tag : Model\n{\n    [¦Numericality(AtLeast = double.NaN)] public partial double "
            + "Weight { get; set; }\n}"
    )]
    [InlineData(
        "STRYKE410",
        "[Inclusion] does not fit Rank: \"low\" is no int",
        "public sealed partial class Tag : Model\n{\n    [¦Inclusion(1, \"low\")] public partial int Rank { get; set; }\n}"
    )]
    [InlineData(
        "STRYKE410",
        "[Uniqueness] does not fit Name: Tag has no column Owner, there are: Name",
        "public sealed partial class Tag : Model\n{\n    [¦Uniqueness(Scope = \"Owner\")] public partial string Name { get; set; }\n}"
    )]
    [InlineData(
        "STRYKE411",
        "ParentId is long?, so Parent must be Ref<Tag?>",
        "public sealed partial class Tag : Model\n{\n    public partial long? ParentId { get; set; }\n    [BelongsTo] "
            + "public partial Ref<Tag> ¦Parent { get; }\n}"
    )]
    [InlineData(
        "STRYKE411",
        "ParentId is long, so Parent must be Ref<Tag>",
        "public sealed partial class Tag : Model\n{\n    public partial long ParentId { get; set; }\n    [BelongsTo] "
            + "public partial Ref<Tag?> ¦Parent { get; }\n}"
    )]
    [InlineData(
        "STRYKE412",
        "Tag cannot be a model: it is nested in Outer",
        "public static partial class Outer\n{\n    public sealed partial class ¦Tag : Model;\n}"
    )]
    [InlineData("STRYKE412", "Tag cannot be a model: it has type parameters", "public sealed partial class ¦Tag<T> : Model;")]
    [InlineData(
        "STRYKE410",
        "[Presence] does not fit Parent: it is not a column; ParentId is",
        "public sealed partial class Tag : Model\n{\n    public partial long ParentId { get; set; }\n    [¦Presence, "
            + "BelongsTo] public partial Ref<Tag> Parent { get; }\n}"
    )]
    [InlineData(
        "STRYKE420",
        "Name is not 'partial', so it is no column and is not saved: write 'public partial string Name { get; set; }', "
            + "or mark it [NotMapped] if it is not a column",
        "public sealed partial class Tag : Model\n{\n    public string ¦Name { get; set; } = \"\";\n}"
    )]
    [InlineData(
        "STRYKE421",
        "Tag has no column Nmae: did you mean 'Name'?",
        "public sealed partial class Tag : Model\n{\n    public partial string Name { get; set; }\n    public static "
            + "TagQuery Named(string name) => Where(t => t.¦Nmae == name);\n}"
    )]
    [InlineData(
        "STRYKE422",
        "_note cannot be null and nothing gives it a value: add one, as in '= \"\"', or make its type nullable",
        "public sealed partial class Tag : Model\n{\n    private string ¦_note;\n    public string Note => _note += \"\";\n}"
    )]
    [InlineData(
        "STRYKE423",
        "There is no type strng: did you mean 'string'?",
        "public sealed partial class Tag : Model\n{\n    public partial ¦strng Name { get; set; }\n}"
    )]
    [InlineData(
        "STRYKE413",
        "Every model has an Id already: remove this property",
        "public sealed partial class Tag : Model\n{\n    public new partial long ¦Id { get; set; }\n}"
    )]
    public void A_mistake_is_reported_where_it_stands(string id, string message, string marked)
    {
        int mark = marked.IndexOf('¦');
        string before = marked[..mark];
        int line = before.Count(c => c == '\n') + 3;
        int column = before.Length - (before.LastIndexOf('\n') + 1);

        var (_, diagnostics) = new ModelCompilation(("/blog/app/models/Tag.cs", "namespace Blog;\n" + marked.Remove(mark, 1))).Run();

        var ours = Assert.Single(diagnostics, diagnostic => diagnostic.Id.StartsWith("STRYKE", StringComparison.Ordinal));
        Assert.Equal((id, message), (ours.Id, ours.GetMessage()));
        var where = ours.Location.GetLineSpan();
        Assert.Equal(
            ("/blog/app/models/Tag.cs", line, column),
            (where.Path, where.StartLinePosition.Line + 1, where.StartLinePosition.Character)
        );
    }

    [Fact]
    public void An_expression_that_is_none_is_reported()
    {
        var (_, diagnostics) = new ModelCompilation(
            ("/a.cs", "public sealed partial class Tag : Model { [Format(\"(\")] public partial string Name { get; set; } }")
        ).Run();
        var ours = Assert.Single(diagnostics);
        Assert.Equal("STRYKE410", ours.Id);
        Assert.Contains("Not enough )'s", ours.GetMessage());
    }

    [Fact]
    public void A_property_that_is_declared_wrongly_brings_no_further_errors()
    {
        var (_, diagnostics) = new ModelCompilation(
            (
                "/a.cs",
                "public sealed partial class Tag : Model { public partial float Weight { get; set; } [BelongsTo] public "
                    + "partial Ref<Tag> Parent { get; } public partial string Name { get; private init; } }"
            )
        ).Run();
        Assert.Equal(["STRYKE401", "STRYKE404", "STRYKE407"], diagnostics.Select(diagnostic => diagnostic.Id).Order());
    }

    [Fact]
    public void A_plain_property_is_the_authors_own_when_it_says_so()
    {
        var (_, diagnostics) = new ModelCompilation(
            (
                "/a.cs",
                "public sealed partial class Tag : Model { [NotMapped] public float Weight { get; set; } public string "
                    + "Shown => $\"{Weight}\"; }"
            )
        ).Run();
        Assert.Empty(diagnostics);
    }
}
