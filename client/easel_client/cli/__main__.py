"""`python -m easel_client.cli`, where `easel` is not on the path."""

from easel_client.cli import main

if __name__ == "__main__":
    main()
