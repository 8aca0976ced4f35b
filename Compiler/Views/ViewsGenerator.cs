using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Routes;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Compiler.Views.Checks;
using Stryke.Web.Compiler.Views.Emit;
using Stryke.Web.Compiler.Views.Forms;
using Stryke.Web.Compiler.Views.Model;
using Stryke.Web.Compiler.Views.Uses;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Views;

/// <summary>
/// Turns the templates of <c>app/views</c> into methods of <c>AppTemplate</c>, a file each: a template is read on its own
/// (<see cref="ViewParser"/>), held against the names of the others (<see cref="ViewChecker"/>) and written (<see cref="ViewEmitter"/>).
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ViewsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var settings = Settings(context);
        var views = Views(context);
        var names = views
            .Select(static (view, _) => view.Name)
            .Collect()
            .Select(static (all, _) => all.OrderBy(name => name.FilePath, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(TrackingNames.Names);

        WriteViews(context, views, names, settings);
        ReportCycles(context, views);
        StandInForMissing(context, names, settings);
        WriteTemplate(context, names, settings);
        WriteForms(context, settings);
    }

    private static IncrementalValueProvider<ViewSettings> Settings(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<(string? Name, bool HasViews, bool HasResults)> compilation = context.CompilationProvider.Select(
            static (compilation, _) =>
                (
                    compilation.AssemblyName,
                    compilation.GetTypeByMetadataName("Stryke.Web.Views.Template") is not null,
                    compilation.GetTypeByMetadataName("Stryke.Web.Controllers.Result") is not null
                )
        );
        return context
            .AnalyzerConfigOptionsProvider.Combine(compilation)
            .Select(
                static (both, _) =>
                    new ViewSettings(
                        both.Left.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? root) && root.Length > 0
                            ? root
                            : both.Right.Name ?? "App",
                        both.Right.HasViews,
                        both.Right.HasResults
                    )
            )
            .WithTrackingName(TrackingNames.Settings);
    }

    private static IncrementalValuesProvider<ViewModel> Views(IncrementalGeneratorInitializationContext context)
    {
        var project = context.AnalyzerConfigOptionsProvider.Select(
            static (options, _) => options.GlobalOptions.TryGetValue("build_property.ProjectDir", out string? folder) ? folder : ""
        );
        return context
            .AdditionalTextsProvider.Combine(project)
            .Where(static both => ViewName.IsTemplate(both.Left.Path, both.Right))
            .Select(static (both, cancel) => (Name: ViewName.Of(both.Left.Path, both.Right), Text: both.Left.GetText(cancel)))
            .Where(static template => template.Text is not null)
            .Select(static (template, _) => ViewParser.Parse(template.Name, template.Text!))
            .WithTrackingName(TrackingNames.Parse);
    }

    private static void WriteViews(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ViewModel> views,
        IncrementalValueProvider<EquatableArray<ViewName>> names,
        IncrementalValueProvider<ViewSettings> settings
    )
    {
        IncrementalValuesProvider<(ViewModel View, bool IsEmitted)> checkedViews = views
            .Combine(names)
            .Select(static (both, _) => (ViewChecker.Check(both.Left, both.Right), ViewChecker.IsEmitted(both.Left, both.Right)))
            .WithTrackingName(TrackingNames.Check);
        context.RegisterSourceOutput(
            checkedViews,
            static (output, view) =>
            {
                foreach (var diagnostic in view.View.Diagnostics)
                    output.ReportDiagnostic(diagnostic.ToDiagnostic());
            }
        );

        IncrementalValuesProvider<(string Hint, string Source)> sources = checkedViews
            .Where(static view => view.IsEmitted)
            .Combine(settings)
            .Combine(HelperClasses.In(context))
            .Where(static all => all.Left.Right.HasViews)
            .Select(static (all, _) => (Hint(all.Left.Left.View.Name), ViewEmitter.Emit(all.Left.Left.View, all.Left.Right, all.Right)))
            .WithTrackingName(TrackingNames.Emit);
        context.RegisterSourceOutput(sources, static (output, file) => output.AddSource(file.Hint, file.Source));
    }

    private static void ReportCycles(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ViewModel> views)
    {
        var cycles = views
            .Where(static view => view.CertainCalls.Count > 0)
            .Select(static (view, _) => new ViewCalls(view.Name.Full, view.CertainCalls))
            .Collect()
            .Select(static (calls, _) => ViewCycles.Find(calls))
            .WithTrackingName(TrackingNames.Cycles);
        context.RegisterSourceOutput(
            cycles,
            static (output, found) =>
            {
                foreach (var diagnostic in found)
                    output.ReportDiagnostic(diagnostic.ToDiagnostic());
            }
        );
    }

    private static void StandInForMissing(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<ViewName>> names,
        IncrementalValueProvider<ViewSettings> settings
    )
    {
        var missing = ViewUses
            .In(context)
            .Combine(names)
            .Combine(settings)
            .Select(static (all, _) => MissingViews.Among(all.Left.Left, all.Left.Right, all.Right))
            .WithTrackingName(TrackingNames.Missing);
        context.RegisterSourceOutput(
            missing.Combine(names).Combine(settings),
            static (output, all) =>
            {
                var calls = all.Left.Left;
                if (calls.Count == 0)
                    return;
                foreach (var call in calls)
                    output.ReportDiagnostic(MissingViews.Report(call, all.Left.Right).ToDiagnostic());
                output.AddSource("Views.Missing.g.cs", MissingViewsEmitter.Emit(calls, all.Right));
            }
        );
    }

    private static void WriteTemplate(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<ViewName>> names,
        IncrementalValueProvider<ViewSettings> settings
    )
    {
        var layouts = names.Select(
            static (all, _) =>
                all.Where(name => name is { IsLayout: true, Problem: null })
                    .GroupBy(name => name.Flat)
                    .Select(twins => twins.First())
                    .ToEquatableArray()
        );
        context.RegisterSourceOutput(
            layouts.Combine(settings),
            static (output, both) =>
            {
                if (both.Right.HasViews)
                    output.AddSource("AppTemplate.g.cs", TemplateEmitter.Emit(both.Right, both.Left));
            }
        );
    }

    private static void WriteForms(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ViewSettings> settings)
    {
        IncrementalValuesProvider<(FormModel Model, bool HasPaths)> forms = FormModels
            .In(context)
            .Combine(RouteFacts.ResourceNames(context))
            .SelectMany(
                static (both, _) =>
                    both.Left.Select(model => (model, both.Right.Contains(Inflector.Pluralize(model.Name)))).ToImmutableArray()
            );
        context.RegisterSourceOutput(
            forms.Combine(settings),
            static (output, form) =>
            {
                if (!form.Right.HasViews)
                    return;
                string source = FormEmitter.Emit(form.Left.Model, form.Left.HasPaths, form.Right);
                output.AddSource($"Forms.{form.Left.Model.Name}.g.cs", source);
            }
        );
    }

    private static string Hint(ViewName name) => $"Views.{name.Full}.g.cs";
}
