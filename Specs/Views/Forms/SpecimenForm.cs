using Stryke.Web.Persistence;
using Stryke.Web.Specs.Library;
using Stryke.Web.Views;
using Stryke.Web.Views.Forms;

namespace Stryke.Web.Specs.Views.Forms;

/// <summary>A form for a specimen, as the compiler writes one for a model, with the field that fits each column.</summary>
internal sealed class SpecimenForm(Template template, Specimen model)
    : FormBuilder<SpecimenColumns, Column>(template, "Specimen", isNew: false, "http://specs.example/specimens/1", null, null)
{
    /// <summary>The whole page, with a button.</summary>
    public static string Page(Specimen model) =>
        "<!doctype html><meta charset=\"utf-8\">"
        + SpecTemplate.Render(template =>
        {
            using var form = new SpecimenForm(template, model);
            foreach (var field in form.Fields())
                template.Out.Raw(field.ToString());
            template.Out.Raw(form.Submit().ToString());
        });

    protected override IReadOnlyList<string> AllErrors => model.Errors.FullMessages;

    protected override FormField Describe(Func<SpecimenColumns, Column> column)
    {
        var picked = column(default);
        return FormField.Of("specimen", picked.Name, model.GetText(picked), model.Errors.On(picked));
    }

    private IEnumerable<Html> Fields()
    {
        (string, string?)[] any = [("step", "any")];
        (string Text, string Value)[] shelves = [.. Enum.GetNames<Shelf>().Select(name => (name, name))];
        yield return TextArea(p => p.Text);
        yield return TextArea(p => p.TextOrNull);
        yield return CheckBox(p => p.Bool);
        yield return CheckBox(p => p.BoolOrNull);
        yield return NumberField(p => p.Int);
        yield return NumberField(p => p.IntOrNull);
        yield return NumberField(p => p.Long);
        yield return NumberField(p => p.LongOrNull);
        yield return NumberField(p => p.Double, attributes: any);
        yield return NumberField(p => p.DoubleOrNull, attributes: any);
        yield return NumberField(p => p.Decimal, attributes: any);
        yield return NumberField(p => p.DecimalOrNull, attributes: any);
        yield return DateTimeField(p => p.Time);
        yield return DateTimeField(p => p.TimeOrNull);
        yield return DateField(p => p.Date);
        yield return DateField(p => p.DateOrNull);
        yield return TextField(p => p.Guid);
        yield return TextField(p => p.GuidOrNull);
        yield return HiddenField(p => p.Bytes);
        yield return HiddenField(p => p.BytesOrNull);
        yield return Select(p => p.Shelf, shelves);
        yield return Select(p => p.ShelfOrNull, shelves, prompt: "None");
    }
}
