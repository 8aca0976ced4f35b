namespace Stryke.Web.Specs.Library;

[Table(Timestamps = false)]
public sealed partial class Review : Model
{
    public partial string Text { get; set; }
    public partial long BookId { get; set; }

    [BelongsTo]
    public partial Ref<Book> Book { get; }
}
