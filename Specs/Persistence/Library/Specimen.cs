namespace Stryke.Web.Specs.Library;

/// <summary>One column of every type that a column can have, and each again where it may be null.</summary>
public sealed partial class Specimen : Model
{
    public partial string Text { get; set; }
    public partial string? TextOrNull { get; set; }
    public partial bool Bool { get; set; }
    public partial bool? BoolOrNull { get; set; }
    public partial int Int { get; set; }
    public partial int? IntOrNull { get; set; }
    public partial long Long { get; set; }
    public partial long? LongOrNull { get; set; }
    public partial double Double { get; set; }
    public partial double? DoubleOrNull { get; set; }
    public partial decimal Decimal { get; set; }
    public partial decimal? DecimalOrNull { get; set; }
    public partial DateTime Time { get; set; }
    public partial DateTime? TimeOrNull { get; set; }
    public partial DateOnly Date { get; set; }
    public partial DateOnly? DateOrNull { get; set; }
    public partial Guid Guid { get; set; }
    public partial Guid? GuidOrNull { get; set; }
    public partial byte[] Bytes { get; set; }
    public partial byte[]? BytesOrNull { get; set; }
    public partial Shelf Shelf { get; set; }
    public partial Shelf? ShelfOrNull { get; set; }
}
