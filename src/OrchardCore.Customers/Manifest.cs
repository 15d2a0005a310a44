using OrchardCore.Customers;
using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Customers",
    Author = "The OrchardCore.Customers contributors",
    Website = "https://github.com/orchardcore-customers",
    Version = "0.1.0",
    Category = "Commerce"
)]

[assembly: Feature(
    Id = CustomersConstants.Features.Customers,
    Name = "Customers",
    Description = "Customers with their contact data, found, created, viewed, edited and deleted in the admin.",
    Category = "Commerce",
    Dependencies =
    [
        "OrchardCore.Contents",
        "OrchardCore.Roles",
        "OrchardCore.Settings",
        "OrchardCore.Users",
    ]
)]
