import DevServer
import NIOEmbedded
