namespace Stryke.Web.Persistence;

/// <summary>An error of a model.</summary>
/// <param name="Column">The column it is about; null when it is about the model as a whole.</param>
/// <param name="Message">What is wrong, without the name of the column: <c>can't be blank</c>.</param>
public sealed record FieldError(Column? Column, string Message)
{
    /// <summary>A sentence for people: <c>Title can't be blank</c>.</summary>
    public string FullMessage => Column is null ? Message : $"{Column.Label} {Message}";
}
