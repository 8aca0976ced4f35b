namespace Stryke.Web.Specs.Architecture;

/// <summary>The section of <c>.editorconfig</c> that makes the build ask for the documentation of public members (CS1591).</summary>
internal static class DocumentedMembers
{
    private const string Rule = "dotnet_diagnostic.CS1591.severity = warning";

    /// <summary>The folders whose public members must be documented.</summary>
    public static string[] Folders(string editorConfig)
    {
        string[] sections = editorConfig.Split("\n[");
        string section = sections.Single(section => section.Contains(Rule));
        return section[(section.IndexOf('{') + 1)..section.IndexOf('}')].Split(',');
    }

    /// <summary>What is wrong, a line for each folder that only one of the two lists has.</summary>
    public static IEnumerable<string> Differences(string editorConfig, IReadOnlyCollection<string> runTime) =>
        runTime
            .Except(Folders(editorConfig))
            .Select(folder => $"The public members of {folder} need no documentation: add it to the section of CS1591 in .editorconfig")
            .Concat(
                Folders(editorConfig)
                    .Except(runTime)
                    .Select(folder => $"{folder} is no run-time library: remove it from the section of CS1591 in .editorconfig")
            );
}
