return App.Run<LoadApp.Application>(args);
