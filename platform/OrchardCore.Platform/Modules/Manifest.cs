using OrchardCore.Modules.Manifest;

// What real sites have as modules of their own are features of the platform. The first one every site has.
[assembly: Module(Name = "Platform", Author = "The OrchardCore.Customers contributors", Version = "0.1.0")]
[assembly: Feature(Id = "OrchardCore.Platform", Name = "What every site has")]
[assembly: Feature(Id = "OrchardCore.Settings", Name = "Site settings")]
[assembly: Feature(Id = "OrchardCore.Roles", Name = "Roles and permissions")]
[assembly: Feature(Id = "OrchardCore.Users", Name = "Users", Dependencies = ["OrchardCore.Settings", "OrchardCore.Roles"])]
[assembly: Feature(Id = "OrchardCore.Contents", Name = "Content items", Dependencies = ["OrchardCore.Settings"])]
[assembly: Feature(Id = "OrchardCore.ContentTypes", Name = "Content types", Dependencies = ["OrchardCore.Contents"])]
[assembly: Feature(Id = "OrchardCore.ContentFields", Name = "Fields of content", Dependencies = ["OrchardCore.ContentTypes"])]
[assembly: Feature(Id = "OrchardCore.Email", Name = "E-mail")]
[assembly: Feature(Id = "OrchardCore.Email.Smtp", Name = "E-mail by SMTP", Dependencies = ["OrchardCore.Email"])]
