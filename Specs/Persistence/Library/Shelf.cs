namespace Stryke.Web.Specs.Library;

public enum Shelf
{
    Fiction,
    Science,
    Poetry = 7,
}
