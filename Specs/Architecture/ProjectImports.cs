using System.Xml.Linq;

namespace Stryke.Web.Specs.Architecture;

/// <summary>Which folders a project imports, and how that differs from what the table allows.</summary>
internal static class ProjectImports
{
    /// <summary>The folders that a project file refers to.</summary>
    public static string[] Of(string project) =>
        [
            .. XDocument
                .Parse(project)
                .Descendants("ProjectReference")
                .Select(reference => reference.Attribute("Include")!.Value.Replace("$(StrykeRoot)", "../").Split('/')[^2]),
        ];

    /// <summary>What is wrong, a line for each import that only one of the two has.</summary>
    /// <param name="folder">The importing folder.</param>
    /// <param name="allowed">What the table says; null for anything.</param>
    /// <param name="imported">What its project refers to.</param>
    public static IEnumerable<string> Differences(string folder, IReadOnlyCollection<string>? allowed, IReadOnlyCollection<string> imported)
    {
        if (allowed is null)
            return [];
        return imported
            .Except(allowed)
            .Select(other =>
                $"{folder} imports {other}, which ARCHITECTURE.md does not allow: remove the reference, or say it in the table"
            )
            .Concat(
                allowed
                    .Except(imported)
                    .Select(other => $"ARCHITECTURE.md lets {folder} import {other}, which its project does not: remove it from the table")
            );
    }
}
