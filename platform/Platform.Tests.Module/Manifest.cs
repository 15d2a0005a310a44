using OrchardCore.Modules.Manifest;

[assembly: Module(Name = "Notes", Author = "The OrchardCore.Customers contributors", Version = "0.1.0")]

[assembly: Feature(
    Id = "Platform.Tests.Module",
    Name = "Notes",
    Dependencies = ["OrchardCore.Contents", "OrchardCore.Settings", "OrchardCore.Users"]
)]
