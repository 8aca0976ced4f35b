namespace Stryke.Web.Specs.Library;

public sealed partial class Author : Model
{
    [Presence, Length(2, 80)]
    public partial string Name { get; set; }

    [Format(@"\A[^@\s]+@[^@\s]+\z"), Uniqueness]
    public partial string? Email { get; set; }

    [Numericality(AtLeast = 1450, LessThan = 2100)]
    public partial int? Born { get; set; }

    [HasMany(Dependent = Dependent.Destroy)]
    public partial Many<Book> Books { get; }
}
