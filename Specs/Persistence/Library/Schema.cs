namespace Stryke.Web.Specs.Library;

/// <summary>The library's migrations.</summary>
public static class Schema
{
    public static IReadOnlyList<MigrationInfo> Migrations { get; } =
    [
        new(20260426120000, nameof(CreateLibrary), () => new CreateLibrary()),
        new(20260426120100, nameof(CreateSpecimens), () => new CreateSpecimens()),
    ];
}
