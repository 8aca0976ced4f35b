using Xunit;

namespace Stryke.Web.Specs.Compiler.Application;

/// <summary>Each mistake that the application's generator knows, at the line of the user's file.</summary>
public sealed class ApplicationDiagnosticsSpec
{
    [Fact]
    public void An_application_that_is_not_partial_is_told_by_CSharp_alone()
    {
        var result = new AppBuild()
            .With("config/Application.cs", "namespace Blog;\n\npublic sealed class Application : Stryke.Web.Host.WebApplication;")
            .Run();
        Assert.Empty(result.Mistakes);
        Assert.Equal(["CS0260"], result.CompilerErrors.Select(error => error.Id));
    }

    [Theory]
    [InlineData(
        "namespace Blog;\npublic class Outer\n{\n    public sealed partial class Application : Stryke.Web.Host.WebApplication;\n}",
        4
    )]
    public void STRYKE501_the_application_cannot_be_extended(string source, int line)
    {
        var result = new AppBuild().With("config/Application.cs", source).Run();
        Assert.Equal([$"STRYKE501 config/Application.cs:{line}"], result.Mistakes);
        Assert.Equal("", result.Source);
    }

    [Theory]
    [InlineData("CreatePosts.cs")]
    [InlineData("2026_CreatePosts.cs")]
    [InlineData("20260426120000CreatePosts.cs")]
    [InlineData("2026042612000x_CreatePosts.cs")]
    public void STRYKE502_a_migrations_file_name_has_no_version(string file)
    {
        var result = new AppBuild().WithMigration(file, "CreatePosts").Run();
        Assert.Equal([$"STRYKE502 db/migrations/{file}:1"], result.Mistakes);
        Assert.Equal(
            [
                $"The migration 'CreatePosts' stands in '{file}'; a migration's file is called by its version and name, "
                    + "such as 20260426120000_CreatePosts.cs",
            ],
            result.Messages
        );
        Assert.Empty(result.CompilerErrors);
    }

    [Fact]
    public void STRYKE503_two_migrations_have_one_version()
    {
        var result = new AppBuild()
            .WithMigration("20260426120000_CreatePosts.cs", "CreatePosts")
            .WithMigration("20260426120000_CreateComments.cs", "CreateComments")
            .Run();
        Assert.Equal(["STRYKE503 db/migrations/20260426120000_CreatePosts.cs:1"], result.Mistakes);
        Assert.Equal(
            [
                "The migrations 'CreateComments' and 'CreatePosts' both have the version 20260426120000; each migration "
                    + "has a file and a version of its own",
            ],
            result.Messages
        );
        Assert.Empty(result.CompilerErrors);
    }

    [Fact]
    public void STRYKE504_there_are_no_routes()
    {
        var result = new AppBuild().Without("config/Routes.cs").Run();
        Assert.Equal(["STRYKE504 config/Application.cs:1"], result.Mistakes);
        Assert.Empty(result.CompilerErrors);
    }

    [Fact]
    public void STRYKE505_there_are_two_classes_of_seeds()
    {
        var result = new AppBuild().With("db/Seeds.cs", $"namespace Blog;\n{Seeds("First")}\n{Seeds("Second")}").Run();
        Assert.Equal(["STRYKE505 db/Seeds.cs:3"], result.Mistakes);
        Assert.Empty(result.CompilerErrors);
    }

    private static string Seeds(string name) =>
        $"public sealed class {name} : Stryke.Web.Persistence.Seeds {{ public override System.Threading.Tasks.Task Run() "
        + $"=> System.Threading.Tasks.Task.CompletedTask; }}";
}
