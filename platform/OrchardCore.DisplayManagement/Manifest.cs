using OrchardCore.Modules.Manifest;

// What real sites have as modules and themes of their own; the first comes with each of the others.
[assembly: Module(Name = "Display management", Author = "The OrchardCore.Customers contributors", Version = "0.1.0")]
[assembly: Feature(Id = "OrchardCore.DisplayManagement", Name = "Pages made of shapes")]
[assembly: Feature(Id = "OrchardCore.Admin", Name = "The admin", Dependencies = ["OrchardCore.DisplayManagement", "OrchardCore.Settings", "OrchardCore.Users"])]
[assembly: Feature(Id = "OrchardCore.Diagnostics", Name = "Pages for errors", Dependencies = ["OrchardCore.DisplayManagement"])]
