using Stryke.Web.Host.Boot;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Middleware.Uploads;
using Stryke.Web.Persistence;
using Stryke.Web.Security;

namespace Stryke.Web.Host.Serve;

/// <summary>Puts together what all requests of the process share.</summary>
internal static class SharedServices
{
    public static RequestServices Create(BootedApp app, KeyRing keys, LogWriter log, UploadSpool uploads, LimitNotice notice) =>
        new()
        {
            Environment = app.Environment,
            Keys = keys,
            Assets = AssetSource.Open(app.Application, app.Context, app.Environment),
            Routes = app.Application.Routes,
            Log = log,
            AccessLog = app.Settings.Log is { Requests: true } told
                ? new AccessLogOptions { Query = told.Query, Referer = told.Referer }
                : null,
            Observers = app.Application.CreateObservers((fault, where) => log.Write($"Fault in {where}", fault)),
            Uploads = uploads,
            MaxViewDepth = app.Settings.Views.MaxDepth,
            MaxFields = app.Settings.Limits.MaxFields,
            OnLimit = notice.Report,
            IsNotFound = static exception => exception is RecordNotFoundException,
            SourceRoot = app.SourceRoot,
            Settings = app.Settings.Sections,
        };
}
