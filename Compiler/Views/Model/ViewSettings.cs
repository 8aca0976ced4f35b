namespace Stryke.Web.Compiler.Views.Model;

/// <summary>What the emitters need to know of the app.</summary>
/// <param name="Namespace">Its root namespace.</param>
/// <param name="HasViews">Whether it has the run time of the views.</param>
/// <param name="HasResults">Whether it has controllers, so that a view is a result.</param>
internal sealed record ViewSettings(string Namespace, bool HasViews, bool HasResults);
