using Stryke.Web.Http;
using Stryke.Web.Views;

namespace Stryke.Web.Controllers;

/// <summary>A view, kept until it is rendered.</summary>
internal sealed class ViewBody<TView>(TView view) : ResultBody
    where TView : IView
{
    public override void Write(Controller controller, ResultWriters writers)
    {
        controller.Response.SetContentType(MediaTypes.Html);
        writers.Template.RenderPage(view, controller.LayoutOfPage, controller.Page, controller.Response);
    }
}
