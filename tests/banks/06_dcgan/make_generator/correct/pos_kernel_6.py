class Pos(nn.Module):
    def __init__(s,l,size,w):
        super().__init__(); s.f=nn.Linear(l,2*w*(size//4)**2); s.p=nn.Parameter(torch.zeros(2*w,size//4,size//4)); s.n=nn.Sequential(nn.ReLU(),nn.ConvTranspose2d(2*w,w,6,2,2),nn.ReLU(),nn.ConvTranspose2d(w,1,6,2,2))
    def forward(s,z):
        return torch.tanh(s.n(s.f(z).view(-1,*s.p.shape)+s.p))
def make_generator(latent_dim, size, width=32):
    return Pos(latent_dim,size,width)
