using System.Xml.Linq;
using Xunit;

namespace Stryke.Web.Specs.Architecture;

/// <summary>The build asks for the documentation of every public member of the run time.</summary>
public sealed class DocumentedMembersSpec
{
    [Fact]
    public void Every_run_time_library_is_in_the_section_of_CS1591() =>
        Violations.AssertNone(DocumentedMembers.Differences(House.TextOf(".editorconfig"), House.RunTime));

    [Fact]
    public void A_warning_is_an_error_and_documentation_is_read()
    {
        var properties = XDocument.Parse(House.TextOf("Directory.Build.props")).Descendants();
        Assert.Equal("true", properties.Single(property => property.Name == "TreatWarningsAsErrors").Value);
        Assert.Equal("true", properties.Single(property => property.Name == "GenerateDocumentationFile").Value);
        Assert.DoesNotContain(House.Projects, Silences);
    }

    [Fact]
    public void A_library_that_is_missing_and_one_that_is_gone_are_found()
    {
        const string Config = "root = true\n[{Text,Old}/**.cs]\ndotnet_diagnostic.CS1591.severity = warning\n";
        string[] found = [.. DocumentedMembers.Differences(Config, ["Text", "Http"])];
        Assert.Equal(2, found.Length);
        Assert.Contains("members of Http need no documentation", found[0]);
        Assert.Contains("Old is no run-time library", found[1]);
    }

    private static bool Silences(KeyValuePair<string, string> project) =>
        House.RunTime.Contains(House.FolderOf(project.Key)) && project.Value.Contains("CS1591");
}
