namespace Stryke.Web.Specs.Library;

public sealed partial class BookQuery
{
    public BookQuery Available => Where(b => !b.Lent);
    public BookQuery Thick => Where(b => b.Pages > 500);
    public BookQuery Longest => OrderByDescending(b => b.Pages);
}
