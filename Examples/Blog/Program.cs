return App.Run<Blog.Application>(args);
