using Stryke.Web.Text.Values;

namespace Stryke.Web.Views.Forms;

/// <summary>Dates and times as their fields want them. What does not read as one is what was typed: it is shown as it is.</summary>
internal static class FieldValues
{
    /// <summary>The value of a <c>date</c> field; of a time, its day.</summary>
    public static FormField Day(FormField field) =>
        ValueReader.TryRead(field.Value, out DateTime time) ? field with { Value = FieldTime.Day(time) } : field;

    /// <summary>The value of a <c>datetime-local</c> field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="step">What it counts in; null for minutes, which go without saying.</param>
    public static FormField Time(FormField field, out string? step)
    {
        step = null;
        if (!ValueReader.TryRead(field.Value, out DateTime time))
            return field;
        step = FieldTime.Step(time);
        return field with { Value = FieldTime.Text(time) };
    }

    /// <summary>The attributes with a step, where they have none of their own.</summary>
    public static ReadOnlySpan<(string Name, string? Value)> WithStep(ReadOnlySpan<(string Name, string? Value)> attributes, string? step)
    {
        if (step is null)
            return attributes;
        foreach ((string name, _) in attributes)
        {
            if (name == "step")
                return attributes;
        }
        return ((string, string?)[])[.. attributes, ("step", step)];
    }
}
