using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Compiler.Views.Model;

namespace Stryke.Web.Compiler.Views.Emit;

/// <summary>
/// Writes the C# of one view: the factory that controllers and other views call, the struct that carries the arguments, and the
/// method that writes the page. A layout has only the last.
/// </summary>
internal sealed class ViewEmitter
{
    private readonly ViewModel _view;
    private readonly ViewSettings _settings;
    private readonly CodeWriter _code = new();

    private ViewEmitter(ViewModel view, ViewSettings settings) => (_view, _settings) = (view, settings);

    public static string Emit(ViewModel view, ViewSettings settings, EquatableArray<string> helpers)
    {
        var emitter = new ViewEmitter(view, settings);
        emitter.Write(helpers);
        return emitter._code.ToString();
    }

    /// <summary>The method of <c>AppTemplate</c> that writes a template.</summary>
    public static string WriteMethod(ViewName name) => "Write" + name.Flat;

    private string Struct => _view.Name.Flat + "View";

    private void Write(EquatableArray<string> helpers)
    {
        _code.Header(_view.Name.TemplatePath);
        _code.Line("#pragma warning disable CS0162 // What stands after a return or a break is never written.");
        foreach (string import in _view.Usings)
            _code.Line($"using {import};");
        foreach (string helper in helpers)
            _code.Line($"using static {helper};");
        _code.Line().Line($"namespace {_settings.Namespace};").Line();
        WriteTypes();
        if (!_view.Name.IsLayout)
        {
            WriteFactory();
            WriteStruct();
        }
        using (_code.Block("public sealed partial class AppTemplate"))
        {
            _code.Line($"internal void {WriteMethod(_view.Name)}({Parameters})");
            _code.Line("{");
            _code.Line($"    using var appView = BeginView({SymbolDisplay.FormatLiteral(_view.Name.TemplatePath, quote: true)});");
            new BodyEmitter(_code, _view.Name.FilePath).Write(_view.Nodes);
            _code.Line("}");
            _code.Directive("#line default");
        }
    }

    /// <summary>Names the type of each parameter, mapped to the template: one that is not there is missed there, and only once.</summary>
    private void WriteTypes()
    {
        foreach (var parameter in _view.Parameters)
        {
            string start = $"using {TypeName(parameter)} = ";
            _code.Directive(LineDirective.To(parameter.Lines, start.Length, _view.Name.FilePath));
            _code.Line($"{start}{parameter.Type};");
        }
        _code.Directive(LineDirective.Hidden);
        if (_view.Parameters.Count > 0)
            _code.Line();
    }

    private void WriteFactory()
    {
        var scopes = new Stack<CodeWriter.Scope>();
        scopes.Push(_code.Block("internal static partial class Views"));
        foreach (string folder in _view.Name.Folders)
            scopes.Push(_code.Block($"internal static partial class {folder}"));
        _code.Line($"/// <summary>{_view.Name.TemplatePath}</summary>");
        WriteFactoryMethod($"internal static {Struct} {_view.Name.Method}(", scopes.Count, $") => new({Arguments});");
        while (scopes.Count > 0)
            scopes.Pop().Dispose();
        _code.Line();
    }

    private void WriteStruct()
    {
        _code.Line($"/// <summary>{_view.Name.TemplatePath} with its arguments.</summary>");
        _code.Line($"internal readonly struct {Struct}({Parameters}) : global::Stryke.Web.Views.IView");
        using (_code.Block())
        {
            _code.Line("/// <inheritdoc/>");
            _code.Line("public void Render(global::Stryke.Web.Views.Template appTemplate) =>");
            _code.Line($"    ((global::{_settings.Namespace}.AppTemplate)appTemplate).{WriteMethod(_view.Name)}({Arguments});");
            if (_settings.HasResults)
            {
                _code.Line();
                _code.Line("/// <summary>The page of this view, as an action returns it.</summary>");
                _code.Line($"public static implicit operator global::Stryke.Web.Controllers.Result({Struct} view) =>");
                _code.Line("    global::Stryke.Web.Controllers.Result.View(view);");
            }
        }
        _code.Line();
    }

    private string Arguments => string.Join(", ", _view.Parameters.Select(parameter => parameter.Name));

    private string Parameters => string.Join(", ", _view.Parameters.Select(Declare));

    private string Declare(ViewParameter parameter) => $"{Type(parameter)} {parameter.Name}";

    private string Type(ViewParameter parameter) => TypeName(parameter) + (parameter.IsNullable ? "?" : "");

    private string TypeName(ViewParameter parameter) => Struct + Naming.PascalCase(parameter.Name.TrimStart('@'));

    /// <summary>The factory's signature, with a line for each parameter that has a default, mapped to the template.</summary>
    private void WriteFactoryMethod(string start, int depth, string end)
    {
        if (!_view.Parameters.Any(parameter => parameter.HasDefault))
        {
            _code.Line($"{start}{Parameters}{end}");
            return;
        }
        _code.Line(start);
        for (int i = 0; i < _view.Parameters.Count; i++)
        {
            var parameter = _view.Parameters[i];
            string type = $"    {Type(parameter)} ",
                comma = i < _view.Parameters.Count - 1 ? "," : "";
            if (parameter.HasDefault)
                _code.Directive(LineDirective.To(parameter.NameLines, (depth * CodeWriter.Indentation) + type.Length, _view.Name.FilePath));
            _code.Line($"{type}{(parameter.HasDefault ? parameter.Default : parameter.Name)}{comma}");
            if (parameter.HasDefault)
                _code.Directive(LineDirective.Hidden);
        }
        _code.Line(end);
    }
}
