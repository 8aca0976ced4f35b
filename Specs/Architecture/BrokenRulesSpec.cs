using Xunit;

namespace Stryke.Web.Specs.Architecture;

/// <summary>Each rule finds a file that breaks it, and says where and what to do.</summary>
public sealed class BrokenRulesSpec
{
    [Fact]
    public void A_long_line_is_found_with_its_number()
    {
        string text = $"// short\n// {new string('x', 138)}\n// {new string('x', 137)}\n";
        Assert.StartsWith("A.cs(2): longer than 140", SourceRules.LongLines("A.cs", text));
    }

    [Fact]
    public void A_long_file_is_found()
    {
        Assert.StartsWith("A.cs: 301 lines", SourceRules.LongFile("A.cs", string.Concat(Enumerable.Repeat("//\n", 301))));
        Assert.Null(SourceRules.LongFile("A.cs", string.Concat(Enumerable.Repeat("//\n", 300))));
    }

    [Theory]
    [InlineData("A.cs", "class A; class B;", "A.cs: A, B stand in one file")]
    [InlineData("A.cs", "namespace N { record B; }", "A.cs holds B")]
    [InlineData("A.cs", "namespace N; delegate void B(); enum A { }", "A.cs: B, A stand in one file")]
    [InlineData("A.cs", "class A { class B; }", null)]
    [InlineData("A.Part.cs", "partial class A;", null)]
    [InlineData("A{T}.cs", "class A<T>;", null)]
    [InlineData("A.cs", "class A; file class B;", null)]
    public void A_file_with_two_types_or_with_another_name_is_found(string path, string text, string? found) =>
        AssertFound(found, SourceRules.OneType(path, text));

    [Theory]
    [InlineData("Http/Bodies/A.cs", "namespace Stryke.Web.Http;", "Http/Bodies/A.cs: its namespace is Stryke.Web.Http")]
    [InlineData("Http/Bodies/A.cs", "namespace Stryke.Web.Http.Bodies;", null)]
    [InlineData("Http/A.cs", "namespace Stryke.Web.Http;", null)]
    public void A_namespace_that_is_not_its_folder_is_found(string path, string text, string? found) =>
        AssertFound(found, SourceRules.NamespaceIsFolder(path, text, "Http", "Stryke.Web.Http"));

    [Theory]
    [InlineData("var t = new Thread(Work);", "A.cs has new Thread")]
    [InlineData("var t = new System.Threading.Thread(Work);", "A.cs has new Thread")]
    [InlineData("ThreadPool.UnsafeQueueUserWorkItem(null, null);", "A.cs has ThreadPool")]
    [InlineData("[DllImport(\"c\")] static extern int getpid();", "A.cs has DllImport")]
    [InlineData("class A { [LibraryImport(\"c\")] static partial int getpid(); }", "A.cs has LibraryImport")]
    [InlineData("unsafe { int* p = null; }", "A.cs has unsafe")]
    [InlineData("/* unsafe */ var t = new ThreadLocal<int>(); // new Thread()", null)]
    public void A_thread_or_a_system_call_is_found(string text, string? found) =>
        AssertFound(found, SourceRules.ThreadsAndSystemCalls("A.cs", text));

    [Fact]
    public void An_exception_hides_a_violation_and_must_go_with_it()
    {
        var files = new Dictionary<string, string>
        {
            ["A/B.cs"] = "bad",
            ["A/C.cs"] = "good",
            ["D.cs"] = "bad",
        };
        var exceptions = new Dictionary<string, string> { ["A/"] = "a reason", ["A/C.cs"] = "none any more" };
        string[] found = [.. SourceExceptions.Violations(files, (path, text) => text == "bad" ? path : null, exceptions)];
        Assert.Equal(2, found.Length);
        Assert.Equal("D.cs", found[0]);
        Assert.StartsWith("A/C.cs keeps the rule now", found[1]);
    }

    private static void AssertFound(string? expected, string? found)
    {
        if (expected is null)
            Assert.Null(found);
        else
            Assert.StartsWith(expected, found);
    }
}
