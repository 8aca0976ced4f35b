return App.Run<Stuck.Application>(args);
