using Microsoft.CodeAnalysis;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Application;

public sealed class ApplicationGeneratorSpec
{
    [Fact]
    public void The_generated_half_compiles_against_the_run_time()
    {
        var result = new AppBuild()
            .WithMigration("20260426120000_CreatePosts.cs", "CreatePosts")
            .With(
                "db/Seeds.cs",
                "namespace Blog; public sealed class Seeds : Stryke.Web.Persistence.Seeds { public override "
                    + "System.Threading.Tasks.Task Run() => System.Threading.Tasks.Task.CompletedTask; }"
            )
            .Run();
        Assert.Empty(result.Mistakes);
        Assert.Empty(result.CompilerErrors);
        Assert.Contains("new global::Blog.Seeds()", result.Source, StringComparison.Ordinal);
        Assert.Contains("Routes => global::Blog.Routes.All", result.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Migrations_stand_in_the_order_of_their_versions()
    {
        string source = new AppBuild()
            .WithMigration("20260501080000_AddSummary.cs", "AddSummary")
            .WithMigration("20260426120000_CreatePosts.cs", "CreatePosts")
            .Run()
            .Source;
        int first = source.IndexOf(
            "(20260426120000L, \"CreatePosts\", static () => new global::Blog.CreatePosts())",
            StringComparison.Ordinal
        );
        int second = source.IndexOf(
            "(20260501080000L, \"AddSummary\", static () => new global::Blog.AddSummary())",
            StringComparison.Ordinal
        );
        Assert.True(first >= 0 && second > first, source);
    }

    [Fact]
    public void A_base_class_of_migrations_is_not_a_migration()
    {
        var result = new AppBuild()
            .With("lib/Base.cs", "namespace Blog; public abstract class Base : Stryke.Web.Persistence.Migrations.Migration;")
            .With(
                "db/migrations/20260426120000_CreatePosts.cs",
                "namespace Blog; public sealed class CreatePosts : Base { public override void Change() { } }"
            )
            .Run();
        Assert.Empty(result.Mistakes);
        Assert.Contains("new global::Blog.CreatePosts()", result.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_app_is_called_by_its_root_namespace_unless_it_names_itself()
    {
        Assert.Contains("Name => \"Blog\"", new AppBuild().Run().Source, StringComparison.Ordinal);
        var named = new AppBuild()
            .With(
                "config/Application.cs",
                "namespace Blog; public sealed partial class Application : Stryke.Web.Host.WebApplication { public "
                    + "override string Name => \"My blog\"; }"
            )
            .Run();
        Assert.Empty(named.CompilerErrors);
        Assert.DoesNotContain("string Name", named.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_debug_build_knows_the_folder_of_its_sources()
    {
        string debug = new AppBuild(OptimizationLevel.Debug).Run().Source,
            release = new AppBuild(OptimizationLevel.Release).Run().Source;
        Assert.Contains("IsDebugBuild => true", debug, StringComparison.Ordinal);
        Assert.Contains("\"/src/Blog/\"", debug, StringComparison.Ordinal);
        Assert.Contains("IsDebugBuild => false", release, StringComparison.Ordinal);
        Assert.DoesNotContain("/src/Blog/", release, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_is_used_where_something_is_kept_in_it()
    {
        Assert.Contains("UsesDatabase => false", new AppBuild().Run().Source, StringComparison.Ordinal);
        Assert.Contains(
            "UsesDatabase => true",
            new AppBuild().WithMigration("20260426120000_CreatePosts.cs", "CreatePosts").Run().Source,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_unrelated_edit_leaves_the_composition_as_it_is()
    {
        var build = new AppBuild()
            .WithMigration("20260426120000_CreatePosts.cs", "CreatePosts")
            .With("app/models/Clock.cs", "namespace Blog; public class Clock { }");
        build.Run();
        var again = build.With("app/models/Clock.cs", "namespace Blog; public class Clock : object { public int Hours => 12; }").Run();
        Assert.All(
            again.CompositionReasons,
            reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{reason}")
        );

        var more = build.WithMigration("20260501080000_AddSummary.cs", "AddSummary").Run();
        Assert.Contains(IncrementalStepRunReason.Modified, more.CompositionReasons);
    }

    [Theory]
    [InlineData("", "AccessLog.For(services.Log, services.AccessLog)", false)]
    [InlineData("Observe<Queries>();", "AccessLog.For(services.Log, services.AccessLog)", true)]
    [InlineData("Observe<Requests>(); Observe<Queries>();", "new AppExchangeObserver(", true)]
    public void The_server_tells_of_exchanges_only_where_somebody_observes_them(string list, string observer, bool hasSet)
    {
        var result = new AppBuild()
            .With(
                "config/Observers.cs",
                $$"""
                using Stryke.Web.Http;
                using Stryke.Web.Persistence;

                namespace Blog;

                public sealed class Observers : Stryke.Web.Middleware.ObserverList { protected override void Draw() { {{list}} } }

                public sealed class Requests : IExchangeObserver
                {
                    public void OnExchangeStarted(HttpExchange exchange) { }

                    public void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end) { }
                }

                public sealed class Queries : IQueryObserver
                {
                    public void OnQueryStarted(in QueryStart query) { }

                    public void OnQueryEnded(in QueryEnd query) { }
                }
                """
            )
            .Run();
        Assert.Empty(result.Mistakes);
        Assert.Empty(result.CompilerErrors);
        Assert.Contains(observer, result.Source, StringComparison.Ordinal);
        Assert.Equal(hasSet, result.Source.Contains("CreateObservers", StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_of_observers_is_not_read_again_for_an_edit_elsewhere()
    {
        var build = new AppBuild().With(
            "config/Observers.cs",
            """
            namespace Blog;

            public sealed class Observers : Stryke.Web.Middleware.ObserverList { protected override void Draw() { Observe<Jobs>(); } }

            public sealed class Jobs : Stryke.Web.Actors.Jobs.IJobObserver
            {
                public void OnJobStarted(in Stryke.Web.Actors.Jobs.JobStart job) { }

                public void OnJobEnded(in Stryke.Web.Actors.Jobs.JobEnd job) { }
            }
            """
        );
        Assert.Empty(build.Run().CompilerErrors);
        var again = build.With("lib/Other.cs", "namespace Blog; public sealed class Other;").Run();
        Assert.All(
            again.CompositionReasons,
            reason => Assert.Contains(reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged })
        );
    }
}
